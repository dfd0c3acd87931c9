"""Common first names by the pronoun that goes with them; names that go with both are left out."""

from __future__ import annotations

from timeline.language.lexicon.words import words

HE_NAMES = words(
    """Aaron Abdul Abdullah Abel Abner Abraham Achille Adam Adel Adolfo Adrian Adriano Agustin Ahmad Ahmed Ahmet
    Aidan Ajay Akira Al Alain Alan Alastair Albert Alberto Aldo Alec Alejandro Aleksandr Alex Alexander Alexandre
    Alexandros Alexei Alfie Alfonso Alfred Ali Alistair Allan Allen Alonzo Alvin Amadou Amir Amit Amitabh Amos Anand
    Anatoly Anders Andre Andreas Andrei Andres Andrew Andriy Andrzej Andy Angelo Anil Anthony Antoine Anton Antonio
    Antonis Antony Archie Arjun Armando Arnaud Arne Arnold Artem Arthur Arturo Arun Arvind Ashok Ashraf Asif
    Athanasios Augustin Avi Axel Aziz Baptiste Barack Barnaby Barry Bart Bartosz Bashar Bastian Ben Benedict Benito
    Benjamin Benny Bernard Bernardo Bernie Bert Bezalel Bill Billy Binyamin Bjarne Bjorn Boaz Bob Bobby Bogdan
    Bohdan Boris Brad Bradley Brandon Branko Brendan Brent Brett Brian Bruce Bruno Bryan Bulent Byron Calvin Carl
    Carlo Carlos Carsten Cedric Cem Cesar Chad Chadwick Charles Charlie Chester Chinedu Chris Christian Christophe
    Christopher Christos Chuck Clarence Clark Claude Claudio Clay Cliff Clint Clive Clyde Colin Connor Conor Corey
    Cory Craig Curtis Cyril Cyrus Dale Damian Damien Damon Dan Daniel Daniele Danny Dario Darius Darrell Darren
    Darryl Dave David Davide Davor Dean Declan Deepak Denis Dennis Denys Derek Dermot Derrick Desmond Devin Dexter
    Dick Diego Dieter Dilip Dimitri Dimitris Dirk Dmitri Dmitro Dmitry Dmytro Domenico Dominic Dominik Don Donald
    Donovan Doug Douglas Dragan Duncan Dusan Dustin Dwayne Dwight Eamon Earl Ed Eddie Edgar Edmund Eduardo Edward
    Edwin Efrain Ehud Eitan Eli Elias Elijah Elliot Elliott Elmer Elon Emanuel Emeka Emiliano Emilio Emmanuel Emmett
    Emre Enrique Enzo Eran Eric Erik Ernest Ernesto Ernst Ervin Esteban Ethan Etienne Eugene Evan Evgeny Ezra Fabian
    Fabio Fabrizio Faisal Farid Federico Felipe Felix Ferdinand Fergus Fernando Fidel Filip Filippo Florian Floyd
    Francesco Francis Francisco Francois Frank Franklin Franz François Fred Freddie Frederic Frederick Frederik
    Fredrik Friedrich Fritz Fuad Fumio Gabor Gabriel Ganesh Gareth Garrett Garry Gary Gaston Gavin Gene Gennady
    Geoff Geoffrey George Georges Gerald Gerard Gerardo Gerhard Gianni Gideon Gilbert Gilberto Giorgio Giovanni
    Giulio Giuseppe Glen Glenn Gonzalo Gopal Goran Gordon Graeme Graham Grant Greg Gregor Gregory Grzegorz Guido
    Guillaume Guillermo Gunnar Gustav Gustavo Guy Hakan Hamid Hamish Hamza Hank Hans Harald Haris Harish Harold
    Harry Harvey Hassan Hector Heinrich Heinz Helmut Hendrik Henri Henrik Henry Herbert Herman Hernan Hideo Hiro
    Hiroshi Horst Hosni Howard Hrvoje Hubert Hugh Hugo Humberto Hussein Iain Ian Ibrahim Ignacio Igor Ihor Ilya
    Imran Ingvar Irving Isaac Ismail Itamar Ivan Ivo Jaap Jacek Jack Jacob Jacques Jaime Jake Jakob Jakub Jamal
    James Jan Janos Jared Jarrod Jason Javier Jay Jean-Claude Jeb Jeff Jeffrey Jens Jeremiah Jeremy Jermaine Jerome
    Jerry Jerzy Jesper Jesse Jesus Jim Jimmy Jiri Joachim Joao Joaquin Jochen Joe Joel Joerg Johan Johann Johannes
    John Johnny Jon Jonah Jonas Jonathan Jorge Jorgen Jose Josef Joseph Josh Joshua José João Juan Juergen Juha
    Julian Julien Julio Jurgen Justin Kamal Karim Karl Kaspar Keir Keith Kelvin Kemal Ken Kenji Kenneth Kenny Kenta
    Kevin Khaled Khalid Kieran Klaus Kofi Konrad Konstantin Kristof Krzysztof Kurt Kwame Kyle Lachlan Lamar Lance
    Larry Lars Laszlo Laurence Laurent Lawrence Leandro Leif Len Leo Leon Leonard Leonardo Leonid Leopold Leroy Levi
    Lewis Liam Lindsey Lionel Lloyd Lorenzo Lothar Lou Louis Luc Luca Lucas Luciano Ludwig Luigi Luis Luiz Lukas
    Luke Lyle Lyndon Maciej Magnus Mahmoud Maksym Malcolm Malik Manfred Manmohan Manoj Manolo Manuel Marc Marcel
    Marcelo Marcin Marco Marcos Marcus Marek Marijan Mario Marius Mark Marko Markus Marlon Marshall Martin Marvin
    Massimo Mateo Mateusz Mathew Mathias Mathieu Mats Matt Matteo Matthew Matthias Matthieu Maurice Mauricio Mauro
    Max Maxim Maxime Maximilian Mehdi Mehmet Mel Melvin Michael Michal Michel Miguel Mihai Mikael Mike Mikhail Milan
    Milos Milton Miroslav Mitch Mitchell Mitt Mohamed Mohammad Mohammed Moises Morris Morten Moses Moshe Muhammad
    Mukesh Murat Murray Mustafa Mykhailo Mykola Nabil Nadav Naftali Naoto Narendra Naresh Nathan Nathaniel Naveen
    Ned Neil Nelson Nenad Newt Niall Nicholas Nick Nicolas Nicolás Niels Nigel Nikhil Nikita Nikola Nikolai Nikolaos
    Nikos Nils Nitin Noah Norbert Norman Olaf Ole Oleg Oleksandr Oleksiy Oliver Olivier Oluwaseun Omar Orhan Orlando
    Osama Oscar Oskar Osman Oswald Otto Owen Pablo Panos Paolo Pascal Patrick Patrik Paul Paulo Pavel Pavlo Pawel
    Pedro Pete Peter Petr Petro Phil Philip Philippe Phillip Pierre Pieter Piotr Piyush Pradeep Prakash Quentin
    Rafael Raffaele Rahul Raj Rajesh Rajiv Rakesh Ralph Ramesh Ramiro Ramon Rand Randall Randolph Randy Raphael
    Rashid Raul Ravi Ray Raymond Recep Reginald Reince Reinhard Remy Renato Rene Reuben Rex Ricardo Riccardo Rich
    Richard Rick Ricky Rob Robbie Robert Roberto Rocco Rod Roderick Rodney Rodrigo Roger Rohan Rohit Roland Rolf Ron
    Ronald Ronaldo Ronnie Roy Ruben Rubens Rudolf Rudolph Rudy Rupert Ruslan Russ Russell Rustam Ryan Saad Sachin
    Saddam Saeed Saif Salman Salvador Salvatore Sam Samir Samuel Sandeep Sander Sandro Sanjay Satish Satya Saul
    Scott Seamus Sean Sebastian Sebastien Selim Serge Sergei Sergey Sergio Serhii Serhiy Seth Shane Shashi Shaun
    Shawn Sheldon Sherman Shimon Shinzo Shlomo Siddharth Sidney Silvio Simon Sipho Spencer Stan Stanislav Stanley
    Stefan Stefano Steffen Stelios Stephan Stephen Sterling Steve Steven Stewart Stig Stuart Subrahmanyam Sundar
    Sunil Suresh Sven Sylvain Tadeusz Takashi Taras Tarek Tariq Taro Tayyip Ted Teddy Tejas Terence Terrence Terry
    Thabo Themba Theo Theodore Thierry Thomas Thorsten Tim Timo Timothy Timur Tito Tobias Toby Todd Tom Tomas Tomasz
    Tomislav Tommaso Tommy Tony Torsten Travis Trevor Tristan Troy Tyler Tyrone Udo Ulrich Umar Umberto Uri Uwe
    Vaclav Vadim Valentin Valery Vasily Vasyl Venkat Vernon Victor Vijay Vikram Viktor Ville Vince Vincent Vincenzo
    Vinod Virgil Vitali Vitaliy Vitaly Vito Vivek Vladimir Vladislav Volkan Volker Volodymyr Wade Wallace Walter
    Warren Wayne Wendell Werner Wesley Wilbur Wilfred Wilhelm Will Willard Willem William Willie Winston Wojciech
    Wolfgang Woody Xavier Xi Yair Yannick Yasser Yevgeny Yitzhak Yoav Yogi Yoshihide Yuri Yuriy Yusuf Yves Zachary
    Zack Zaki Zbigniew Zoltan Zoran"""
)
SHE_NAMES = words(
    """Abby Abigail Ada Adela Adele Adriana Adrienne Agatha Agnes Agnieszka Aileen Aimee Aisha Akiko Alana Alba
    Alejandra Alexa Alexandra Alice Alicia Alina Aline Alison Alixandria Allison Alma Alyssa Amalia Amanda Amber
    Amelia Amelie Amina Aminata Amy Ana Anabel Anastasia Andrea Angela Angelica Angelina Angie Anika Anita Anja Ann
    Anna Annabel Annabelle Annalena Anne Anneliese Annette Annie Annika Antoinette Antonella Antonia Anya Aoife
    April Ariana Arlene Asha Astrid Athena Audrey Aung Ava Avril Aya Ayako Ayelet Ayesha Ayse Barbara Beata Beatrice
    Beatriz Becca Becky Belinda Benazir Bernadette Bernice Bertha Bessie Beth Bethan Bethany Betsy Betty Beverly
    Bianca Birgit Blanca Bonnie Brenda Briana Brianna Bridget Brigid Brigitte Britney Brittany Caitlin Camila
    Camilla Camille Candace Candice Cara Carin Carla Carlotta Carly Carmen Carol Carole Carolina Caroline Carolyn
    Carrie Caryn Cassandra Cassie Catalina Catarina Caterina Catherine Cathy Cecilia Celeste Celia Celine Charlene
    Charlotte Chelsea Cheryl Chiara Chimamanda Chloe Christa Christiane Christie Christina Christine Christy Ciara
    Cindy Claire Clara Clare Clarissa Claudia Clementine Colleen Condoleezza Connie Constance Consuelo Cora Corazon
    Coretta Corinne Cornelia Courtney Cristina Crystal Cynthia Dagmar Daisy Dana Daniela Daniella Danielle Daphne
    Daria Darlene Dawn Deanna Debbie Deborah Debra Deepika Deirdre Delia Delphine Denise Desiree Diana Diane Dianne
    Dina Dolores Donna Dora Doreen Doris Dorothea Dorothy Ebony Edith Edna Eileen Elaine Eleanor Elena Eleni Elif
    Elisa Elisabeth Elise Elizabeth Ella Ellen Ellie Eloise Elsa Elsie Elvira Emilia Emily Emine Emma Erica Erika
    Erin Esmeralda Esperanza Esra Estelle Esther Ethel Eugenia Eunice Eva Evelyn Evie Ewa Fatima Fatma Fatou Faye
    Felicia Fernanda Fiona Flora Florence Frances Francesca Francine Francoise Françoise Frida Frieda Gabriela
    Gabriella Gabrielle Gail Gemma Genevieve Georgia Georgina Geraldine Gertrude Gillian Gina Ginny Giorgia Giovanna
    Gisela Gisele Giulia Gladys Glenda Gloria Grace Graciela Grainne Greta Gretchen Guadalupe Gudrun Gwen Gwendolyn
    Halyna Hanna Hannah Harriet Haruka Hazel Heather Hedwig Heidi Helen Helena Helga Henrietta Hilary Hilda Hillary
    Holly Hope Huma Ida Ilana Ilona Ilse Imelda Imogen Indira Ines Inga Inge Ingrid Irene Irina Iris Iryna Isabel
    Isabella Isabelle Ivana Ivanka Jacinda Jackie Jacqueline Jacqui Jana Jane Janet Janice Janine Jasmin Jasmine
    Jeanette Jeanne Jemima Jen Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Jocelyn Johanna Josefina
    Josephine Josie Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet Juliette June Justine Kaja Kamala Kara
    Karen Karin Karina Karla Katarzyna Kate Katerina Kateryna Katharina Katharine Katherine Kathleen Kathryn Kathy
    Katia Katie Katja Katrin Katrina Kavita Kay Kayla Keiko Keira Kellyanne Kelsey Kemi Kerri Kerry-Anne Kim
    Kimberly Kirsten Kirsty Klara Krista Kristen Kristi Kristin Kristina Kristine Kyla Kyra Lakshmi Lana Lara
    Larissa Latisha Laura Lauren Lea Leah Leanne Leila Lena Leonie Leonora Leticia Leyla Lidia Lieselotte Lila
    Lilian Liliana Lillian Lily Lina Linda Lindiwe Lisa Lise Liz Liza Lois Lola Loretta Lori Lorraine Louisa Louise
    Lucia Lucie Lucille Lucinda Lucy Ludmila Ludmyla Luisa Lydia Lynette Lynn Lynne Mabel Madeleine Madeline Magda
    Magdalena Magdalene Maggie Maia Maja Malala Malgorzata Mandy Manon Manuela Mara Marcela Marcella Marcia Margaret
    Margarita Margaux Margery Margot Marguerite Maria Mariam Mariama Marian Mariana Marianne Marie Mariella Marilyn
    Marina Marine Marisa Marissa Marit Marjorie Marlene Marsha Marta Martha Martina Mary Marya Maryam María Mathilde
    Matilda Maude Maura Maureen Mavis Maxine Maya Meena Meera Megan Meghan Megyn Meike Melania Melanie Melinda
    Melissa Merav Mercedes Meredith Mette Mia Michaela Michele Michelle Michiko Mila Mildred Milena Millie Mimi Mira
    Miranda Miriam Mollie Molly Mona Monica Monika Monique Muriel Myra Myrna Nadia Nadine Naledi Nancy Naoko Naomi
    Natalia Natalie Nataliya Natasha Nathalie Nell Nellie Ngozi Niamh Nicola Nicole Nikki Nina Nirmala Nkechi Noa
    Noelle Noemi Nomvula Nora Noreen Noriko Norma Octavia Odette Oksana Olena Olga Olivia Orit Orla Ottilie Oumou
    Paige Pamela Patricia Patsy Patti Patty Paula Paulette Paulina Pauline Peggy Penelope Penny Petra Philippa
    Phoebe Phyllis Pia Pilar Pippa Polly Pooja Portia Preeti Prisca Priscilla Priti Priya Rachael Rachel Radha
    Ramona Raquel Rebecca Regina Rekha Renata Renate Renee Rhoda Rhonda Rita Roberta Robin Rochelle Roisin Rosa
    Rosalie Rosalind Rosalyn Rosanna Rose Roseanne Rosemary Rowena Roxana Roxanne Ruth Sabine Sabrina Sadie Sally
    Salma Samantha Sanae Sandra Sanna Saoirse Sara Sarah Saskia Selena Selin Selma Sevim Shannon Sharon Sheila
    Shelley Sherry Shilpa Shira Shirley Sibylle Sigrid Silke Silvia Simona Sinead Siobhan Siri Smriti Sofia Sofie
    Solveig Sonia Sonja Sonya Sophia Sophie Stacey Stacy Stefanie Stella Stephanie Sue Sunita Susan Susana Susanna
    Susanne Sushma Susie Suzanne Suzy Svetlana Svitlana Swati Sybil Sylvia Sylvie Tabitha Tamar Tamara Tammy Tania
    Tanja Tanya Tara Tatiana Tatyana Teresa Teri Tessa Tetiana Thalia Thandi Thea Thelma Theresa Therese Tiffany
    Tina Tracy Tricia Trish Trudy Tulsi Tzipi Ulrike Ursula Usha Valeria Valerie Vandana Vanessa Vera Veronica
    Veronika Vicki Vicky Victoria Viola Violet Virginia Vivian Viviana Vivienne Wanda Wendy Whitney Whoopi
    Wilhelmina Wilma Winifred Winnie Xenia Yael Yasmin Yoko Yolanda Yuko Yulia Yuliia Yvette Yvonne Zadie Zainab
    Zanele Zara Zelda Zeynep Zoe Zofia Zoë Zuzana"""
)
